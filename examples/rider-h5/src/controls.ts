import { distance } from './locale';
import { byId, make } from './make';
import { factors, isRiding, pause, play, setFactor } from './ride';
import { route } from './route';
import { change, type State } from './state';
import { words } from './words';

const playing = make('button', { type: 'button', className: 'play' });
const slider = make('input', {
  type: 'range',
  min: '0',
  max: String(Math.floor(route.lengthMeters)),
  'aria-label': words.position,
});
const far = make('output');
const speed = make('button', { type: 'button', className: 'quiet' }, words.speed(10));

/** Play, where on the route, and how fast. */
export function makeControls(): void {
  playing.addEventListener('click', () => {
    if (isRiding()) pause();
    else play();
    change({});
  });
  slider.addEventListener('input', () => change({ riddenMeters: Number(slider.value) }));
  let at = 1;
  speed.addEventListener('click', () => {
    at = (at + 1) % factors.length;
    setFactor(factors[at]!);
    speed.textContent = words.speed(factors[at]!);
  });
  byId('ride').append(playing, slider, far, speed);
}

export function showControls({ riddenMeters }: State): void {
  playing.ariaLabel = isRiding() ? words.pause : words.play;
  playing.dataset['riding'] = String(isRiding());
  slider.value = String(riddenMeters);
  slider.ariaValueText = `${distance(riddenMeters)} / ${distance(route.lengthMeters)}`;
  far.textContent = `${(riddenMeters / 1000).toFixed(1)} / ${distance(route.lengthMeters)}`;
}
