import type { MapPoint } from '../../import/import-report';
import { severities } from './choose';
import { cut, jsonBlock } from './json-block';
import { packedDegrees } from './packed-degrees';

const mostCharacters = 80;
const pointsAtOnce = 20_000;

/**
 * The points as blocks of data: positions as whole numbers of 1e-6° in base64, one digit of severity each (3:
 * nothing was found), and for those that something was found about, which of the page's findings.
 */
export function* pointBlocks(
  points: readonly MapPoint[],
  chosen: readonly number[],
  chosenFindings: readonly number[],
): Generator<string, void> {
  const numberInPage = new Map(chosenFindings.map((finding, number) => [finding, number]));
  for (let start = 0; start < chosen.length; start += pointsAtOnce) {
    const part = chosen.slice(start, start + pointsAtOnce).map((index) => points[index]!);
    const findings = part.flatMap((point, place) => {
      const numbers = point.findings.flatMap((finding) => numberInPage.get(finding) ?? []);
      return numbers.length === 0 ? [] : [[start + place, ...numbers]];
    });
    yield jsonBlock('points', {
      at: packedDegrees(part.map(({ lng, lat }) => [lng, lat])),
      severity: part
        .map(({ severity }) => (severity === undefined ? 3 : severities.indexOf(severity)))
        .join(''),
      names: part.map(({ name }) => cut(name, mostCharacters)),
      findings,
    });
  }
}
