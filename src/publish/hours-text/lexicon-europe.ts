import { everyDay, lexicon, type Weekdays } from './meaning';

/** Each language's words for the seven days, from Monday; a letter alone only where it is usual. */
const languages: Readonly<Record<string, string>> = {
  en: 'monday|mondays|mon|mons|mo|m tuesday|tuesdays|tues|tue|tu wednesday|wednesdays|weds|wed|we|w thursday|thursdays|thurs|thur|thu|thr|th friday|fridays|fri|fr|f saturday|saturdays|sat|sats|sa sunday|sundays|sun|suns|su',
  de: 'montag|montags|mo dienstag|dienstags|di mittwoch|mittwochs|mi donnerstag|donnerstags|do freitag|freitags|fr samstag|samstags|sonnabend|sonnabends|sa sonntag|sonntags|so',
  fr: 'lundi|lundis|lun|lu|l mardi|mardis|mar|ma mercredi|mercredis|mer|me jeudi|jeudis|jeu|je|j vendredi|vendredis|ven|ve|v samedi|samedis|sam|sa|s dimanche|dimanches|dim|di|d',
  es: 'lunes|lun|lu|l martes|mar|ma miércoles|miercoles|mié|mie|mi|x jueves|jue|ju|j viernes|vie|vi|v sábado|sabado|sábados|sabados|sáb|sab|sa|s domingo|domingos|dom|do|d',
  it: 'lunedì|lunedi|lun|lu|l martedì|martedi|mar|ma mercoledì|mercoledi|mer|me giovedì|giovedi|gio|gi|g venerdì|venerdi|ven|ve|v sabato|sab|sa|s domenica|domeniche|dom|do|d',
  pt: 'segunda|segunda-feira|segundas|seg terça|terca|terça-feira|ter quarta|quarta-feira|qua quinta|quinta-feira|qui sexta|sexta-feira|sex sábado|sabado|sábados|sabados|sáb|sab domingo|domingos|dom',
  ro: 'luni|lun|lu|l marți|marti|mar|ma miercuri|mie|mi joi|jo|j vineri|vin|vi|v sâmbătă|sambata|sâm|sam|sa|s duminică|duminica|dum|du|d',
  nl: 'maandag|maa|ma dinsdag|din|di woensdag|woe|wo donderdag|don|do vrijdag|vrij|vr zaterdag|zat|za zondag|zon|zo',
  pl: 'poniedziałek|poniedzialek|pon|pn|po wtorek|wt środa|sroda|śr|sr czwartek|czw|cz piątek|piatek|pt|pi sobota|sob|so niedziela|niedz|nd|ndz|nie',
  cs: 'pondělí|pondeli|pon|po úterý|utery|úte|út|ut středa|streda|stř|st čtvrtek|ctvrtek|čtv|čt|ct pátek|patek|pát|pá|pa sobota|sob|so neděle|nedele|ned|ne',
  sk: 'pondelok|po utorok|ut streda|st štvrtok|stvrtok|št|st piatok|pi sobota|so nedeľa|nedela|ne',
  sv: 'måndag|mån|må tisdag|tis|ti onsdag|ons torsdag|tor fredag|fre|fr lördag|lör|lö söndag|sön|sö',
  ru: 'понедельник|пн вторник|вт среда|среду|ср четверг|чт пятница|пятницу|пт суббота|субботу|сб воскресенье|воскресение|вс',
  uk: "понеділок|пн вівторок|вт середа|середу|ср четвер|чт п'ятниця|пт субота|суботу|сб неділя|неділю|нд",
};

/** For each day word, its day in each language that has the word. */
export const dayWords: ReadonlyMap<string, ReadonlyMap<string, Weekdays>> = gather();

function gather(): Map<string, Map<string, Weekdays>> {
  const words = new Map<string, Map<string, Weekdays>>();
  for (const [language, week] of Object.entries(languages)) {
    week.split(' ').forEach((names, day) => {
      for (const name of names.split('|')) {
        const days = words.get(name) ?? new Map<string, Weekdays>();
        // A word for two days of one language (Slovak "st") says neither.
        days.set(language, (days.get(language) ?? 0) | (1 << day));
        words.set(name, days);
      }
    });
  }
  return words;
}

export const european = lexicon([
  [
    "bis|au|à|al|até|ate|às|ás|hasta|alle|fino|tot|до|по|do|a|as|t/m|jusqu'à|à partir",
    { kind: 'to' },
  ],
  ['und|u|u.|et|e|y|ed|en|i|a také|и|та|och|og|oraz', { kind: 'and' }],
  [
    'täglich|tägl|tgl|tous les jours|tlj|7j/7|7/7|7j / 7|todos los dias|todos los días|todos os dias|tutti i giorni|ogni giorno|ежедневно|щодня|codziennie|denně|dagelijks|elke dag|alle dagen|jeden tag|каждый день|без выходных|diario|diariamente|diariamente|chaque jour|7 jours sur 7|7 jours/7|dagligen|daglig|zilnic|setiap hari',
    { kind: 'days', days: everyDay },
  ],
  ['в будни|будни|по будням', { kind: 'days', days: 31 }],
  [
    'выходные|week-end|am wochenende|wochenende|le week-end|fin de semana|fines de semana',
    { kind: 'days', days: 96 },
  ],
  [
    'feiertag|feiertage|feiertags|feiertagen|an feiertagen|jours fériés|jour férié|jours feries|fériés|feries|festivos|festivi|feriados|festivo|feriado|días festivos|dias festivos|feestdagen|święta|svátky|праздники|helgdagar',
    { kind: 'holiday', of: 'public' },
  ],
  [
    'круглосуточно|цілодобово|immer|rund um die uhr|24 ore|24 ore su 24|24h/24h|24 heures sur 24|całodobowo|całą dobę|nonstop|non-stop|24 horas|24 stunden|las 24 horas|durchgehend|jederzeit|sempre|toujours|24 uur|24 timmar|dygnet runt',
    { kind: 'allDay' },
  ],
  [
    'geschlossen|zu|ruhetag|fermé|fermée|ferme|chiuso|cerrado|fechado|gesloten|closed|stängt|nieczynne|zamknięte|zavřeno|zatvorené|выходной|закрыто|вихідний|зачинено|inchis|închis|geschl|geschl.|lukket|sluitingsdag|chiusura',
    { kind: 'closed' },
  ],
  [
    'außer|ausser|sauf|excepto|salvo|tranne|eccetto|kromě|oprócz|кроме|exceto|behalve|excepté',
    { kind: 'except' },
  ],
  [
    "öffnungszeiten|geöffnet|offen|ouvert|horaires|orario|horario|otwarte|godziny otwarcia|открыто|время работы|часы работы|heures d'ouverture|abierto|aberto|aperto|open van|geopend",
    { kind: 'label' },
  ],
  [
    'von|de|du|dal|dalle|das|der|des|od|с|з|от|від|van|le|les|la|los|el|las|jeweils|am|den|il|na|в|у|jam|jedes|jeden|dalle ore|ore|h.|godz|godz.|hodin|hod|hod.|часов|ч|heures|heure|klo|kl|kl.|desde|entre|w|ve|della|dei|os|aos|de las|a las|alle ore',
    { kind: 'filler' },
  ],
]);
