const { stations } = require('../../lib/stations');

Page({
  /** Pulled down: anything new? The list changes by itself when there is. */
  async onPullDownRefresh() {
    try {
      const client = await stations();
      await client.refresh();
    } catch {
      my.showToast({ content: '没有更新', type: 'none' });
    }
    my.stopPullDownRefresh();
  },

  onReport({ id }) {
    // Here the app tells its own server that a rider found this one closed.
    console.info('closed', id);
  },
});
