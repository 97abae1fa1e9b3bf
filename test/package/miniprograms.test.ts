import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { versions } from '../support/device';
import { lineTo, myPhone, origin } from '../support/mini-phone';

/*
 * The example for Alipay, on the built package: its component's logic runs over a double of `my`. That for WeChat runs in
 * WeChat's own simulator: `npm run check:miniprogram`.
 */

const examples = fileURLToPath(new URL('../../examples', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));
let project: string;

beforeAll(async () => {
  project = mkdtempSync(join(tmpdir(), 'yizhan-alipay-'));
  cpSync(join(examples, 'alipay-miniprogram'), project, { recursive: true });
  mkdirSync(join(project, 'node_modules'));
  symlinkSync(root, join(project, 'node_modules/yizhan'));
  const { key } = await versions();
  const config = { source: `${origin}/manifest.json`, keys: [key.publicKey], crs: 'gcj02' };
  writeFileSync(join(project, 'lib/config.js'), `module.exports = ${JSON.stringify(config)};`);
});
afterAll(() => rmSync(project, { recursive: true }));

interface Screen {
  readonly mode: string;
  readonly openNow: boolean;
  readonly chips: readonly { service: string; count: number; isOn: boolean }[];
  readonly rows: readonly { id: string; name: string; distance: string; number: string }[];
  readonly districts: readonly { code: string; name: string }[];
  readonly notices: readonly { kind: string }[];
  readonly total: number;
}

interface Declared {
  readonly data: object;
  readonly methods: Record<string, (...given: unknown[]) => unknown>;
  didMount(): void;
  didUnmount(): void;
}

type Instance = Record<string, (event?: unknown) => unknown> & { data: Screen };

const tapOn = (dataset: object) => ({ currentTarget: { dataset } });

/** The component as Alipay would make it, mounted. */
async function mount(location: object) {
  const { first } = await versions();
  const line = lineTo(first);
  const { my, phone } = myPhone(line);
  const said: string[] = [];
  const dialled: string[] = [];
  const reported: unknown[] = [];
  let declared: Declared | undefined;
  vi.stubGlobal('my', {
    ...my,
    getLocation: ({ success, fail }: Record<string, (answer: object) => void>) =>
      setImmediate(() => ('error' in location ? fail!(location) : success!(location))),
    showToast: ({ content }: { content: string }) => said.push(content),
    makePhoneCall: ({ number }: { number: string }) => dialled.push(number),
  });
  vi.stubGlobal('Component', (given: Declared) => {
    declared = given;
  });
  const require = createRequire(join(project, 'app.js'));
  for (const path of Object.keys(require.cache))
    if (path.startsWith(project)) delete require.cache[path];
  require(join(project, 'components/nearby-stations/nearby-stations.js'));
  const { didMount, didUnmount, methods, data } = declared!;
  const instance = {
    ...methods,
    data: { ...data },
    props: { audience: 'food-rider', onReport: (report: unknown) => reported.push(report) },
    setData(next: object) {
      Object.assign(instance.data, next);
    },
  } as unknown as Instance;
  didMount.call(instance);
  return {
    instance,
    phone,
    line,
    said,
    dialled,
    reported,
    unmount: () => didUnmount.call(instance),
  };
}

const here = { longitude: '121.4737', latitude: '31.2304', accuracy: '30' };

describe('the mini-program for Alipay', () => {
  it('lists stations, narrows them at a tap, shows one on the map, and dials', async () => {
    const { instance, phone, dialled, reported, said, unmount } = await mount(here);
    await vi.waitFor(() => expect(instance.data.mode).toBe('list'), { timeout: 20_000 });
    const { chips, rows, total } = instance.data;
    expect(rows.length).toBeGreaterThan(5);
    const chip = chips.find(({ count }) => count < total)!;
    instance['tapService']!(tapOn({ service: chip.service }));
    expect(instance.data.total).toBe(chip.count);
    expect(instance.data.chips.find(({ isOn }) => isOn)!.service).toBe(chip.service);
    await instance['tapNavigate']!(tapOn({ id: rows[0]!.id }));
    expect(phone.opened).toMatchObject([{ name: rows[0]!.name }]);
    instance['tapCall']!(tapOn({ number: rows.find(({ number }) => number !== '')!.number }));
    expect(dialled[0]).toMatch(/^[+\d,]+$/);
    instance['tapReport']!(tapOn({ id: rows[0]!.id }));
    expect(reported).toEqual([{ id: rows[0]!.id }]);
    expect(said).toEqual(['谢谢，已记下']);
    unmount();
  });

  it('offers districts where the location is refused', async () => {
    const { instance, unmount } = await mount({ error: 2001 });
    await vi.waitFor(() => expect(instance.data.mode).toBe('districts'), { timeout: 20_000 });
    const [first] = instance.data.districts;
    instance['tapDistrict']!(tapOn({ code: first!.code }));
    expect(instance.data.mode).toBe('list');
    expect(instance.data.notices.map(({ kind }) => kind)).toEqual(['district']);
    unmount();
  });

  it('says that stations cannot be had, and fetches them when the line is back', async () => {
    const mounted = await mount(here);
    const { instance, line, unmount } = mounted;
    const { site } = line;
    line.site = undefined;
    await vi.waitFor(() => expect(instance.data.mode).toBe('failed'), { timeout: 30_000 });
    line.site = site;
    await instance['open']!();
    expect(instance.data.mode).toBe('list');
    unmount();
  });
});

it('both mini-programs share all but what is their platform’s own', () => {
  for (const name of ['config', 'nearby', 'screen', 'stations']) {
    const [wechat, alipay] = ['wechat', 'alipay'].map((one) =>
      readFileSync(join(examples, `${one}-miniprogram/lib/${name}.js`), 'utf8'),
    );
    expect(alipay, name).toBe(wechat);
  }
});
