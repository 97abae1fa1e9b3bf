/** `?lang=en` or `?lang=zh`; else the browser's language. */
const asked = new URLSearchParams(location.search).get('lang') ?? navigator.language;

export const locale: 'zh' | 'en' = asked.startsWith('zh') ? 'zh' : 'en';
document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en';

/** `320 m`, `1.2 km`. */
export function distance(meters: number): string {
  return meters < 995 ? `${Math.round(meters / 10) * 10} m` : `${(meters / 1000).toFixed(1)} km`;
}

export function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
