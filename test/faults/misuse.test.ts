import { describe, expect, it, onTestFinished } from 'vitest';
import type { StationClient } from '../../src/client/client';
import { isYizhanError } from '../../src/core';
import { codeOf, fingerprint, makeRig, versions } from '../support/device';
import { head } from '../support/raw-server';
import { tempFolder } from '../support/sites';

/* What those who embed a client do to it. */

describe('misuse', () => {
  it('F88 asked before there is anything: typed, with the reason', async () => {
    const rig = await makeRig({ isNew: true });
    rig.server.answer = () => ({ parts: [head(403, { 'Content-Length': '0' })] });
    expect(() => rig.client.nearest([121, 31])).toThrow('they are not here yet');
    await codeOf(rig.client.refresh());
    expect(() => rig.client.nearest([121, 31])).toThrow('the server answers 403');
    expect(await codeOf(rig.open({ folder: tempFolder() }))).toBe('HTTP_STATUS');
  });

  it('F90 listeners that throw: the update goes on, the others are told', async () => {
    const rig = await makeRig();
    const told: string[] = [];
    const bad = () => {
      throw new Error('an app’s mistake');
    };
    rig.client.on('update', bad);
    rig.client.on('status', bad);
    const errors: string[] = [];
    rig.client.on('error', ({ code }) => errors.push(code));
    rig.client.on('error', bad);
    rig.client.on('update', ({ added, removed, changed }) => {
      told.push(`${added.length} ${removed.length} ${changed.length}`);
    });
    expect(await rig.client.refresh({ onProgress: bad })).toBe(true);
    expect(told).toEqual(['2 7 2']);
    expect(errors).toContain('LISTENER_FAILED');
    expect(rig.client.status().lastError?.code).toBe('LISTENER_FAILED');
  });

  it('F91 a platform with odd intrinsics: the same answers', async () => {
    const rig = await makeRig();
    const { finally: original } = Promise.prototype;
    // A polyfill of the time before.
    Promise.prototype.finally = function (run) {
      return this.then(
        (value) => Promise.resolve(run?.()).then(() => value),
        (error) =>
          Promise.resolve(run?.()).then(() => {
            throw error;
          }),
      );
    };
    onTestFinished(() => {
      Promise.prototype.finally = original;
    });
    await rig.arrives();
  });

  it('unsigned data: says so', async () => {
    const { second } = await versions();
    const rig = await makeRig({ unsigned: true });
    expect(second).toBeTruthy();
    expect(rig.client.status()).toMatchObject({ signed: false, sequence: 1 });
    await rig.arrives();
  });

  const bad = {
    'a longitude of NaN': (client: StationClient) => client.nearest([Number.NaN, 31]),
    'a latitude of 91': (client: StationClient) => client.nearest([121, 91]),
    'coordinates as text': (client: StationClient) => client.nearest(['121', '31'] as never),
    'a negative distance': (client: StationClient) =>
      client.nearest([121, 31], { maxDistanceMeters: -1 }),
    'an endless distance': (client: StationClient) =>
      client.nearest([121, 31], { maxDistanceMeters: Number.POSITIVE_INFINITY }),
    'a limit of 10^9': (client: StationClient) => client.nearest([121, 31], { limit: 1e9 }),
    'an unknown service': (client: StationClient) =>
      client.count({ services: ['toilte'] as never }),
    'bounds the wrong way round': (client: StationClient) => client.inBounds([122, 32, 121, 31]),
    'no route': (client: StationClient) => client.along({} as never),
  };
  it.each(Object.entries(bad))('F87 %s: typed, says what was given', async (_, ask) => {
    const rig = await makeRig();
    let error: unknown;
    try {
      ask(rig.client);
    } catch (thrown) {
      error = thrown;
    }
    expect(isYizhanError(error) && error.code).toMatch(
      /^(INVALID_POSITION|INVALID_OPTION|UNKNOWN_CODE|INVALID_BOUNDS|INVALID_ROUTE)$/,
    );
    expect(error).toHaveProperty('message', expect.stringMatching(/\w+/));
    expect(rig.client.nearest([121.47, 31.23], { limit: 1 })).toHaveLength(1);
  });

  it('F89 what was returned is changed by its caller: the next answer is the same', async () => {
    const rig = await makeRig();
    const before = fingerprint(rig.client.stations);
    const spoil = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [name, member] of Object.entries(value)) {
        spoil(member);
        try {
          (value as Record<string, unknown>)[name] = 'spoilt';
        } catch {
          // Frozen: as good.
        }
      }
      if (Array.isArray(value) && !Object.isFrozen(value)) value.length = 0;
    };
    const { client } = rig;
    const first = client.filter()[0]!;
    spoil(client.nearest([121.47, 31.23], { limit: 40 }));
    spoil(client.filter());
    spoil(client.count());
    spoil(client.status());
    spoil(client.get(first.id));
    spoil(client.openingAt(first, Date.now()));
    spoil(client.navigationLinks(client.get(first.id)!));
    client.on('update', spoil);
    expect(fingerprint(client.stations)).toBe(before);
    await rig.arrives();
  });
});
