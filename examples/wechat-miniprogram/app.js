const { stations } = require('./lib/stations');

App({
  onLaunch() {
    // Before the rider taps anything: what the phone has kept is opened at once, also without a network.
    stations().catch(() => {});
  },
});
