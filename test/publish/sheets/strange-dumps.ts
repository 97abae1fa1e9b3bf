import { bund, people, type StrangeSheet } from './strange-sheet';

/** What map services and their users hand out. */
export const mapDumps: readonly StrangeSheet[] = [
  {
    what: 'points of interest of Amap',
    file: 'amap_poi.csv',
    crs: 'gcj02',
    text: `id,name,type,typecode,address,location,tel,pname,cityname,adname,adcode,photos
B00155L3Y0,人民广场驿站,生活服务;生活服务场所,070000,人民大道200号,"121.473700,31.230400",021-63212345;021-63212346,上海市,上海市,黄浦区,310101,[]
B00155L3Y1,外滩驿站,生活服务;生活服务场所,070000,[],"121.490100,31.240500",[],上海市,上海市,黄浦区,310101,[]
`,
    stations: [
      {
        name: '人民广场驿站',
        at: people,
        has: { district: '310101', address: '人民大道200号', phone: '021-63212345; 021-63212346' },
      },
      { name: '外滩驿站', at: bund, has: { address: undefined, phone: undefined } },
    ],
  },
  {
    what: 'points of interest of Tencent',
    file: 'tencent.csv',
    crs: 'gcj02',
    text: `id,title,address,tel,category,location.lat,location.lng,ad_info.adcode,ad_info.district
11,人民广场驿站,上海市黄浦区人民大道200号,021-63212345,生活服务,31.2304,121.4737,310101,黄浦区
`,
    stations: [{ name: '人民广场驿站', at: people, has: { district: '310101' } }],
  },
  {
    what: 'the answer of Baidu’s place search',
    file: 'baidu.json',
    // Nothing in it says BD-09: it is taken for GCJ-02, and the report says so.
    crs: 'gcj02',
    told: ['crs-assumed 0'],
    text: JSON.stringify({
      status: 0,
      message: 'ok',
      results: [
        {
          name: '人民广场驿站',
          location: { lat: 31.236, lng: 121.48024 },
          address: '上海市黄浦区人民大道200号',
          area: '黄浦区',
          telephone: '(021)63212345',
          uid: 'abc123',
        },
      ],
    }),
    stations: [{ name: '人民广场驿站', at: [121.48024, 31.236], has: { phone: '021-63212345' } }],
  },
  {
    what: 'nodes and ways of Overpass',
    file: 'overpass.json',
    text: JSON.stringify({
      version: 0.6,
      generator: 'Overpass API',
      elements: [
        {
          type: 'node',
          id: 1,
          lat: 31.2304,
          lon: 121.4737,
          tags: { amenity: 'toilets', name: '人民广场公厕', opening_hours: '24/7' },
        },
        {
          type: 'way',
          id: 2,
          center: { lat: 31.2405, lon: 121.4901 },
          nodes: [3, 4],
          tags: { amenity: 'toilets', name: '外滩公厕' },
        },
        { type: 'node', id: 3, lat: 31.2405, lon: 121.49 },
      ],
    }),
    stations: [
      { name: '人民广场公厕', at: people, has: { services: ['toilet'], hours: '24/7' } },
      { name: '外滩公厕', at: bund, has: { services: ['toilet'] } },
    ],
  },
  {
    what: 'a CSV of Overpass, with @id and @lat',
    file: 'overpass.csv',
    text: '@id\t@lat\t@lon\tname\tamenity\topening_hours\n1\t31.2304\t121.4737\tPeople Square\ttoilets\t24/7\n',
    stations: [{ name: 'People Square', at: people, has: { hours: '24/7' } }],
  },
  {
    what: 'GeoJSON of a council, whose coordinates are metres of its own grid',
    file: 'bng.geojson',
    text: JSON.stringify({
      type: 'FeatureCollection',
      crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::27700' } },
      features: [
        {
          type: 'Feature',
          properties: { NAME: 'Caister Water Tower' },
          geometry: { type: 'Point', coordinates: [651409.903, 313177.27] },
        },
      ],
    }),
    stations: [{ name: 'Caister Water Tower', at: [1.716074, 52.658008] }],
    withinMeters: 10,
  },
  {
    what: 'JSON by line, with a list of services and a nested position',
    file: 'app.ndjson',
    crs: 'gcj02',
    text: '{"name":"人民广场驿站","loc":{"lng":121.4737,"lat":31.2304},"services":["饮水","空调"]}\n{"name":"外滩驿站","loc":{"lng":121.4901,"lat":31.2405},"services":[]}\n',
    stations: [
      { name: '人民广场驿站', at: people, has: { services: ['water', 'aircon'] } },
      { name: '外滩驿站', at: bund },
    ],
  },
];
