const { methods, start, stop } = require('../../lib/nearby');

Component({
  props: {
    // Who the rider is: food-rider, courier, …; empty: anybody.
    audience: '',
    onReport() {},
  },
  data: { mode: 'loading', percent: 0, openNow: true },
  didMount() {
    start(this, this.props.audience);
  },
  didUnmount() {
    stop(this);
  },
  methods: {
    ...methods,
    report(id) {
      this.props.onReport({ id });
    },
  },
});
