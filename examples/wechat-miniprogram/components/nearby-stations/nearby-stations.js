const { methods, start, stop } = require('../../lib/nearby');

Component({
  properties: {
    // Who the rider is: food-rider, courier, …; empty: anybody.
    audience: { type: String, value: '' },
  },
  data: { mode: 'loading', percent: 0, openNow: true },
  lifetimes: {
    attached() {
      start(this, this.data.audience);
    },
    detached() {
      stop(this);
    },
  },
  methods: {
    ...methods,
    report(id) {
      this.triggerEvent('report', { id });
    },
  },
});
