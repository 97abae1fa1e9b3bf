import { bund, people, type StrangeSheet } from './strange-sheet';

/** Positions in every way but the plain one. */
export const strangePositions: readonly StrangeSheet[] = [
  {
    what: 'both orders in one column',
    file: '经纬度.csv',
    crs: 'gcj02',
    text: `名称,经纬度
人民广场驿站,"121.4737,31.2304"
外滩驿站,"31.2405，121.4901"
豫园驿站,"(121.4921, 31.2270)"
`,
    stations: [
      { name: '人民广场驿站', at: people },
      { name: '外滩驿站', at: bund },
      { name: '豫园驿站', at: [121.4921, 31.227] },
    ],
  },
  {
    what: 'latitude and longitude by semicolon, with decimal commas',
    file: 'lisboa.csv',
    text: `Nome;Coordenadas;Telefone
Praça do Comércio;38,7077; -9,1365
`.replace('38,7077; -9,1365', '"38,7077; -9,1365";+351 21 886 5000'),
    stations: [{ name: 'Praça do Comércio', at: [-9.1365, 38.7077] }],
  },
  {
    what: 'well-known text, as PostGIS writes it',
    file: 'geom.csv',
    text: `id,name,geom
1,Leith Walk,SRID=4326;POINT(-3.1789 55.9633)
2,Portobello,SRID=4326;POINT(-3.1136 55.9530)
`,
    stations: [
      { name: 'Leith Walk', at: [-3.1789, 55.9633] },
      { name: 'Portobello', at: [-3.1136, 55.953] },
    ],
  },
  {
    what: 'GeoJSON geometries in a column',
    file: 'geojson-column.csv',
    text: `name,the_geom
Leith Walk,"{""type"":""Point"",""coordinates"":[-3.1789,55.9633]}"
`,
    stations: [{ name: 'Leith Walk', at: [-3.1789, 55.9633] }],
  },
  {
    what: 'metres of Web Mercator',
    file: 'mercator.csv',
    crs: 'gcj02',
    // 121.4737 × 111319.4908, and ln tan(45° + 31.2304°/2) × 6378137.
    text: `name,x,y
People's Square,13522390.43,3662707.26
The Bund,13524216.07,3664022.19
`,
    stations: [
      { name: "People's Square", at: people },
      { name: 'The Bund', at: bund },
    ],
    withinMeters: 2,
  },
  {
    what: 'eastings and northings of a British council',
    file: 'council.csv',
    // The worked example of the Ordnance Survey's guide.
    text: `Name,Address,Postcode,Easting,Northing
Caister Water Tower,"Caister, Great Yarmouth",NR30 5TE,651409.903,313177.270
`,
    stations: [{ name: 'Caister Water Tower', at: [1.716074, 52.658008] }],
    withinMeters: 10,
    told: ['coordinates-converted 2'],
  },
  {
    what: 'the grid of Hong Kong',
    file: 'hk.csv',
    // The grid's origin, 22°18'43.68" N 114°10'42.80" E of HK80, 5.5" and 8.8" away in WGS-84.
    text: `名稱,地址,EASTING,NORTHING
天文台,彌敦道134A號,836694.05,819069.80
`,
    stations: [{ name: '天文台', at: [114.181, 22.310606] }],
    withinMeters: 10,
  },
  {
    what: 'the grid of Taiwan',
    file: 'twd97.csv',
    encoding: 'big5',
    // Taipei 101.
    text: `名稱,地址,TWD97_X,TWD97_Y
臺北101,信義路五段7號,306964,2769619
`,
    stations: [{ name: '臺北101', at: [121.5645, 25.034] }],
    withinMeters: 60,
  },
  {
    what: 'degrees and minutes without seconds',
    file: 'minutes.csv',
    text: `Name,Lat,Lon
Leith Walk,55° 57.798' N,3° 10.734' W
`,
    stations: [{ name: 'Leith Walk', at: [-3.1789, 55.9633] }],
  },
  {
    what: 'degrees as whole millionths',
    file: 'e6.csv',
    crs: 'gcj02',
    text: `名称,lng_e6,lat_e6
人民广场驿站,121473700,31230400
`,
    stations: [{ name: '人民广场驿站', at: people }],
  },
  {
    what: 'columns whose names are letters only: X is north',
    file: '测绘.csv',
    crs: 'gcj02',
    text: `点名,X,Y,H
人民广场驿站,31.230400,121.473700,4.1
外滩驿站,31.240500,121.490100,3.9
`,
    stations: [
      { name: '人民广场驿站', at: people },
      { name: '外滩驿站', at: bund },
    ],
  },
  {
    what: 'surveyors’ metres with the zone before the easting',
    file: 'cgcs2000.csv',
    // On the central meridian of zone 40, 120° east: the northing is the geodesic from the equator.
    text: `名称,X坐标,Y坐标
人民广场驿站,3456519.105,40500000
`,
    stations: [{ name: '人民广场驿站', at: [120, 31.2304] }],
  },
  {
    what: 'longitude and latitude in one cell with words',
    file: 'words.csv',
    crs: 'gcj02',
    text: `名称,位置坐标
人民广场驿站,东经121.4737度 北纬31.2304度
外滩驿站,"经度：121.4901，纬度：31.2405"
`,
    stations: [
      { name: '人民广场驿站', at: people },
      { name: '外滩驿站', at: bund },
    ],
  },
  {
    what: 'the open data of a British council, with LAT/LONG among forty columns',
    file: 'organisation.csv',
    text: `ExtractDate,OrganisationURI,OrganisationLabel,ServiceTypeURI,ServiceTypeLabel,LocationText,StreetAddress,Locality,Town,Postcode,GeoX,GeoY,CoordinateReferenceSystem,GeoPointLicensingURL,Category,AccessibleCategory,RADARKeyNeeded,BabyChange,OpeningHours,ChargeAmount
2014-05-01,http://opendatacommunities.org/id/x,Testshire,http://id.esd.org.uk/service/579,Public toilets,Castle Hill,Castlehill,Old Town,Caister,NR30 5TE,651409.903,313177.270,OSGB36,http://x,Female and male,Unisex,Yes,Yes,24 hours,0
`,
    stations: [{ name: 'Castle Hill', at: [1.716074, 52.658008], has: { hours: '24/7' } }],
    withinMeters: 10,
  },
];
