import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  // MapLibre alone is more than half a megabyte, and is loaded after the list is there.
  build: { chunkSizeWarningLimit: 1500 },
  plugins: [
    VitePWA({
      registerType: 'autoUpdate',
      injectRegister: 'script-defer',
      // The page is kept by the service worker, the stations by yizhan: it must not come between them and their server.
      workbox: {
        globPatterns: ['**/*.{js,css,html,svg,png}'],
        maximumFileSizeToCacheInBytes: 2_000_000,
        navigateFallbackDenylist: [/^\/(stations|desk)\//],
      },
      manifest: {
        name: '骑行驿站 · yizhan',
        short_name: '骑行驿站',
        description: 'Stations for riders, answered on the device',
        lang: 'zh-CN',
        display: 'standalone',
        background_color: '#f4f6f5',
        theme_color: '#0f7a5a',
        icons: [
          { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
          { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: 'icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any maskable' },
        ],
      },
    }),
  ],
});
