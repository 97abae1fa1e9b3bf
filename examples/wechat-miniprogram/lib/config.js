/* The publisher's address, which has to be among the app's request domains, and its keys. */
module.exports = {
  source: 'https://stations.example.cn/manifest.json',
  keys: ['fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025'],
  // What the app speaks: its platform does as well.
  crs: 'gcj02',
};
