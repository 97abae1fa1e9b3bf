const { districtsOf, openLocation } = require('yizhan/miniprogram');
const platform = require('./platform');
const { screenOf } = require('./screen');
const { stations } = require('./stations');

/*
 * What the component does, apart from the platform's way to declare one: it opens the stations, finds the rider, and draws
 * again whenever one of them or a tap changes something.
 */

const rowsAtOnce = 20;
const firstChoices = {
  services: [],
  openNow: true,
  limit: rowsAtOnce,
  reach: 3000,
  isOnline: true,
};
const loading = { mode: 'loading', percent: 0 };

function start(component, audience) {
  component.place = { kind: 'unknown' };
  component.choices = { ...firstChoices, audience: audience || undefined };
  component.supply = loading;
  component.stops = [platform.onNetwork((isOnline) => component.choose({ isOnline }))];
  component.isGone = false;
  component.open();
  component.locate();
}

function stop(component) {
  component.isGone = true;
  for (const stopOne of component.stops) stopOne();
}

/** `report` is the component's own: platforms tell a page in ways of their own. */
const methods = {
  async open() {
    this.supply = loading;
    this.draw();
    try {
      const client = await stations();
      if (this.isGone) return;
      if (this.client === undefined) {
        this.client = client;
        this.stops.push(
          client.on('update', () => this.draw()),
          client.on('status', () => this.draw()),
        );
      }
      this.draw();
      const isEmpty = client.status().source === 'none';
      if (isEmpty) await client.refresh({ onProgress: (so) => this.onProgress(so) });
    } catch (error) {
      this.supply = { mode: 'failed' };
      console.warn(error);
    }
    this.draw();
  },

  onProgress({ receivedBytes, totalBytes }) {
    const percent = totalBytes > 0 ? Math.round((100 * receivedBytes) / totalBytes) : 0;
    if (percent === this.supply.percent) return;
    this.supply = { mode: 'loading', percent };
    this.draw();
  },

  async locate() {
    const place = await platform.findPlace();
    // Where the rider was a minute ago is better than nothing.
    if (place.position !== undefined || this.place.position === undefined) this.place = place;
    this.draw();
  },

  choose(choices) {
    this.choices = { ...this.choices, ...choices };
    this.draw();
  },

  draw() {
    if (this.isGone) return;
    const { openNow } = this.choices;
    this.setData({ ...screenOf(this.client, this.place, this.choices, this.supply), openNow });
  },

  tapService({ currentTarget }) {
    const { service } = currentTarget.dataset;
    const { services } = this.choices;
    const isOn = services.includes(service);
    const next = isOn ? services.filter((one) => one !== service) : [...services, service];
    this.choose({ services: next, limit: rowsAtOnce });
  },

  tapOpenNow() {
    this.choose({ openNow: !this.choices.openNow, limit: rowsAtOnce });
  },

  tapClear() {
    this.choose({ services: [], openNow: false, limit: rowsAtOnce });
  },

  tapMore() {
    this.choose({ limit: 2 * this.choices.limit });
  },

  tapFarther() {
    this.choose({ reach: this.data.none.reachMeters });
  },

  tapDistrict({ currentTarget }) {
    const { code } = currentTarget.dataset;
    const found = districtsOf(this.client.stations).find((one) => one.code === code);
    if (found !== undefined)
      this.place = { kind: 'district', position: found.position, name: found.name };
    this.draw();
  },

  tapSettings() {
    platform.openSettings(() => this.locate());
  },

  async tapNavigate({ currentTarget }) {
    const { client } = this;
    const station = client.get(currentTarget.dataset.id);
    // An update has taken it away since it was drawn.
    if (station === undefined) return this.draw();
    try {
      await openLocation(station, { crs: client.crs, terms: client.stations.terms });
    } catch (error) {
      platform.say('地图打不开');
      console.warn(error);
    }
  },

  tapCall({ currentTarget }) {
    platform.call(currentTarget.dataset.number);
  },

  tapReport({ currentTarget }) {
    this.report(currentTarget.dataset.id);
    platform.say('谢谢，已记下');
  },
};

module.exports = { start, stop, methods };
