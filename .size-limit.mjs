/** What is imported when it is needed is not loaded before: of `yizhan` the part that updates. */
const beforeUpdates = {
  name: 'later-is-later',
  setup(build) {
    build.onResolve({ filter: /.*/ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, external: true } : undefined,
    );
  },
};

export default [
  {
    name: 'yizhan/core, everything in it',
    path: 'dist/core.js',
    import: '*',
    limit: '68.7 kB',
    gzip: true,
  },
  {
    name: 'yizhan, until it has answered',
    path: 'dist/index.js',
    import: '{ openStations }',
    limit: '61.3 kB',
    gzip: true,
    modifyEsbuildConfig: (config) => ({ ...config, plugins: [beforeUpdates] }),
  },
  {
    // What the element adds to the one above.
    name: 'yizhan and yizhan/element, until they have answered',
    path: 'dist/index.js',
    import: {
      'dist/index.js': '{ openStations }',
      'dist/element.js': '{ defineNearby }',
    },
    limit: '75.3 kB',
    gzip: true,
    modifyEsbuildConfig: (config) => ({ ...config, plugins: [beforeUpdates] }),
  },
  {
    name: 'yizhan, everything in it',
    path: 'dist/index.js',
    import: '*',
    limit: '109.7 kB',
    gzip: true,
  },
  {
    name: 'yizhan/react-native, everything in it',
    path: 'dist/react-native.js',
    import: '*',
    limit: '107.1 kB',
    gzip: true,
  },
  {
    name: 'yizhan/miniprogram, as WeChat copies it',
    path: 'miniprogram_dist/index.js',
    limit: '98.9 kB',
    gzip: true,
  },
];
