/* What is Alipay's own. */

/** GCJ-02. Never fails: that there is no place is an answer as well. */
function findPlace() {
  return new Promise((resolve) => {
    my.getLocation({
      type: 0,
      success: ({ longitude, latitude, accuracy }) =>
        resolve({
          kind: 'here',
          position: { lng: Number(longitude), lat: Number(latitude) },
          accuracy: Number(accuracy),
        }),
      // 11 and 2001 to 2003: the rider, the phone or the app does not allow it.
      fail: ({ error }) =>
        resolve({ kind: [11, 2001, 2002, 2003].includes(error) ? 'refused' : 'unavailable' }),
    });
  });
}

function onNetwork(listener) {
  const told = ({ isConnected }) => listener(isConnected);
  my.onNetworkStatusChange(told);
  return () => my.offNetworkStatusChange(told);
}

function openSettings(onClose) {
  my.openSetting({ complete: onClose });
}

function say(content) {
  my.showToast({ content, type: 'none' });
}

function call(number) {
  my.makePhoneCall({ number, fail: () => {} });
}

module.exports = { findPlace, onNetwork, openSettings, say, call };
