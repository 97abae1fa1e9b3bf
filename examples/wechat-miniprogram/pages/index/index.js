const { stations } = require('../../lib/stations');

Page({
  /** Pulled down: anything new? The list changes by itself when there is. */
  async onPullDownRefresh() {
    try {
      const client = await stations();
      await client.refresh();
    } catch {
      wx.showToast({ title: '没有更新', icon: 'none' });
    }
    wx.stopPullDownRefresh();
  },

  onReport({ detail }) {
    // Here the app tells its own server that a rider found this one closed.
    console.info('closed', detail.id);
  },
});
