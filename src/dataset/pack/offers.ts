import { InvalidPackError } from '../../errors';
import type { Offer } from '../station';
import { readMessage, WireWriter } from './wire';

/** The fields of the messages in docs/station-pack.proto. */
const ofList = { offers: 1 } as const;
const textFields = [
  ['title', 1],
  ['service', 2],
  ['description', 3],
  ['from', 4],
  ['until', 5],
  ['hours', 6],
] as const;

export function writeOffers(offers: readonly Offer[]): Uint8Array {
  const list = new WireWriter();
  for (const offer of offers) {
    const writer = new WireWriter();
    for (const [name, field] of textFields) {
      const text = offer[name];
      if (text !== undefined) writer.writeStringField(field, text);
    }
    list.writeBytesField(ofList.offers, writer.finish());
  }
  return list.finish();
}

/** @throws InvalidPackError when an offer has no title */
export function readOffers(bytes: Uint8Array): Offer[] {
  const offers: Offer[] = [];
  readMessage(bytes, (field, value) => {
    if (field === ofList.offers) offers.push(readOffer(value.bytes()));
  });
  return offers;
}

function readOffer(bytes: Uint8Array): Offer {
  const texts: { [name in (typeof textFields)[number][0]]?: string } = {};
  readMessage(bytes, (field, value) => {
    const known = textFields.find(([, number]) => number === field);
    if (known !== undefined) texts[known[0]] = value.text();
  });
  if (texts.title === undefined) throw new InvalidPackError('an offer without a title');
  // In one order, whatever the file's.
  const offer = Object.fromEntries(
    textFields.flatMap(([name]) => (texts[name] === undefined ? [] : [[name, texts[name]]])),
  );
  return Object.freeze(offer) as unknown as Offer;
}
