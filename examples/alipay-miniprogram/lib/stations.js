const { openStations } = require('yizhan/miniprogram');
const config = require('./config');

let opening;

/** The app's one client. `ready: 'now'`: a page shows what there is, and how the rest comes. */
function stations() {
  if (opening === undefined) {
    opening = openStations({ ...config, ready: 'now' }).catch((error) => {
      opening = undefined;
      throw error;
    });
  }
  return opening;
}

module.exports = { stations };
