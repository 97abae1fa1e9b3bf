/** What changed, told by form as well as by colour. */
const forms = {
  added: [
    [-5, 0, 5, 0],
    [0, -5, 0, 5],
  ],
  removed: [
    [-4, -4, 4, 4],
    [-4, 4, 4, -4],
  ],
  changed: [[0, -6, 6, 0, 0, 6, -6, 0, 0, -6]],
};

export function drawMark(context, mark, [x, y], colour, halo) {
  context.beginPath();
  if (mark === 'chosen') context.arc(x, y, 11, 0, 2 * Math.PI);
  else
    for (const form of forms[mark]) {
      context.moveTo(x + form[0], y + form[1]);
      for (let i = 2; i < form.length; i += 2) context.lineTo(x + form[i], y + form[i + 1]);
    }
  context.lineJoin = 'round';
  context.lineCap = 'round';
  if (halo !== undefined) {
    context.strokeStyle = halo;
    context.lineWidth = 5;
    context.stroke();
  }
  context.strokeStyle = colour;
  context.lineWidth = 2.2;
  context.stroke();
}

/** A round number of metres, as long as it is. */
export function drawScale(context, metersPerPixel, height, colour) {
  const most = 120 * metersPerPixel;
  const power = 10 ** Math.floor(Math.log10(most));
  const meters = [5, 2, 1].map((n) => n * power).find((n) => n <= most);
  const length = meters / metersPerPixel;
  context.strokeStyle = context.fillStyle = colour;
  context.lineWidth = 1.5;
  context.beginPath();
  context.moveTo(14, height - 20);
  context.lineTo(14, height - 14);
  context.lineTo(14 + length, height - 14);
  context.lineTo(14 + length, height - 20);
  context.stroke();
  context.font = '12px system-ui, sans-serif';
  context.fillText(meters < 1000 ? `${meters} m` : `${meters / 1000} km`, 18, height - 20);
}
