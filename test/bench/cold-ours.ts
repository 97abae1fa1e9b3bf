import { openStations } from '../../src/node';

/* A whole process: the stations that are kept here, asked once. Prints ids. */

const [folder, source, key, lng, lat] = process.argv.slice(2) as [
  string,
  string,
  string,
  string,
  string,
];
void openStations({ source, keys: [key], crs: 'wgs84', folder, refresh: false }).then((client) => {
  const hits = client.nearest([Number(lng), Number(lat)], { limit: 5 });
  console.log(JSON.stringify(hits.map(({ station }) => station.id)));
});
