/* What is WeChat's own. */

/** GCJ-02. Never fails: that there is no place is an answer as well. */
function findPlace() {
  return new Promise((resolve) => {
    wx.getLocation({
      type: 'gcj02',
      success: ({ longitude, latitude, accuracy }) =>
        resolve({ kind: 'here', position: { lng: longitude, lat: latitude }, accuracy }),
      fail: ({ errMsg }) =>
        resolve({ kind: /auth|deny|permission/i.test(errMsg) ? 'refused' : 'unavailable' }),
    });
  });
}

function onNetwork(listener) {
  const told = ({ isConnected }) => listener(isConnected);
  wx.onNetworkStatusChange(told);
  return () => wx.offNetworkStatusChange(told);
}

function openSettings(onClose) {
  wx.openSetting({ complete: onClose });
}

function say(title) {
  wx.showToast({ title, icon: 'none' });
}

function call(phoneNumber) {
  // A rider who thinks better of it is no failure.
  wx.makePhoneCall({ phoneNumber, fail: () => {} });
}

module.exports = { findPlace, onNetwork, openSettings, say, call };
