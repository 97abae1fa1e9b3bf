import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';
import { serveSite } from 'yizhan/publish';
import { openPublisher } from './publisher.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Publishes the sample, builds the page with the publisher's key in it, and serves both from one address.
 *
 * @param {import('./start.mjs').DemoOptions} options
 */
export async function startDemo({ folder, port = 4173, now = Date.now }) {
  const publisher = await openPublisher(folder, now);
  const first = await publisher.publish();
  const outDir = join(folder, 'page');
  process.env.VITE_STATION_KEY = publisher.publicKey;
  await build({ root, logLevel: 'error', build: { outDir, emptyOutDir: true } });

  let isTampered = false;
  let stations = await serveSite(publisher.site, { port: 0 });
  const stationsPort = Number(new URL(stations.url).port);

  const acts = {
    publish: () => publisher.publish(),
    rotate: () => publisher.rotate(),
    /** Packs and deltas arrive with a byte changed, as from a broken proxy or a thief. */
    async tamper() {
      isTampered = !isTampered;
      await stations.close();
      const fault = isTampered ? { fault: 'corrupt', faultOn: 'packs' } : {};
      stations = await serveSite(publisher.site, { port: stationsPort, ...fault });
      return { isTampered };
    },
  };

  const server = await preview({
    root,
    logLevel: 'warn',
    build: { outDir },
    plugins: [publishersDesk(acts)],
    preview: {
      host: '127.0.0.1',
      port,
      open: false,
      proxy: {
        '/stations/': {
          target: stations.url,
          rewrite: (path) => path.replace(/^\/stations/, ''),
        },
      },
    },
  });
  const address = server.httpServer.address();
  return {
    url: `http://127.0.0.1:${address.port}/`,
    first,
    ...acts,
    async close() {
      await Promise.all([server.close(), stations.close()]);
    },
  };
}

/** What the page's buttons ask of the publisher: POST /desk/publish, /desk/rotate, /desk/tamper. */
function publishersDesk(acts) {
  return {
    name: 'publishers-desk',
    configurePreviewServer({ middlewares }) {
      middlewares.use('/desk/', async (request, response) => {
        const act = acts[request.url.slice(1)];
        // No other site may press these buttons.
        const isOurs = request.headers['sec-fetch-site'] === 'same-origin';
        if (act === undefined || request.method !== 'POST' || !isOurs) {
          response.writeHead(404).end();
          return;
        }
        try {
          const body = JSON.stringify(await act());
          response.setHeader('content-type', 'application/json').end(body);
        } catch (error) {
          response.writeHead(500).end(String(error));
        }
      });
    },
  };
}
