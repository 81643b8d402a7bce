/** The date on which settings change in the tests, a Monday, one after the end of the period, and one for which nobody books. */
export const changeOn = "2019-12-09";
export const afterwards = "2019-12-30";
export const yearsLater = "2029-01-01";

const category = (persons: string, size: string): string =>
  `{ persons: ${persons}, size: ${size}, group: 2 cases, nationality: { weights: { GTM: 3, HND: 1, MEX: 1 }, scale: { MEX: 1 } } }`;

const sector = (pathways: string, exempt: string): string => `
    timeZone: America/Phoenix
    arrivals:
      scale: 1
      weekdays: { mon: 1, tue: 1, wed: 1, thu: 1, fri: 1, sat: 1, sun: 1 }
      hours: { 00-12: 1, 12-24: 1 }
      categories:
        single-adult: ${category("8/day", "1 people")}
        family: ${category("16/day", "3 people")}
        unaccompanied-child: ${category("3/day", "1 people")}
      large: { category: family, rate: 1/week, persons: 20 people }
    custody: { capacity: 60 people, whenFull: wait, limit: 48 h, atLimit: { single-adult: hold, family: release } }
    processing: { agents: 2, time: { single-adult: 90 min, family: 2 h, unaccompanied-child: 1 h } }
    eligibility:
      returnable: [GTM, HND]
      exempt: ${exempt}
      discretion: { single-adult: 20 %, family: 10 % }
    fallback:
      single-adult: { default: { release: 20 %, detention: 30 %, removal: 30 %, hold: 20 % } }
      family: { default: { release: 60 %, detention: 20 %, removal: 20 % } }
      hours: { release: 10 h, detention: 20 h, removal: 15 h, transfer: 30 h }
    pathways: ${pathways}`;

/** A small border on which every setting bears upon what happens, in the three weeks from 2 December 2019 on. */
export const wholeScenario = `mpp: 1
name: a whole border
period: { from: 2019-12-02, to: 2019-12-22 }
start: empty
nationalities: [GTM, HND, MEX]
sectors:
  west:${sector(
    "[{ bus: coach, points: { bridge: 1 h } }]",
    "{ single-adult: 5 %, family: 8 %, kinds: { single-adult: { pregnant: 5 %, illness: 5 %, other: 5 % }, family: { underOne: 5 %, pregnant: 5 %, illness: 5 %, other: 5 % } }, returned: [illness] }",
  )}
  east:${sector("[{ points: { gate: 0 h, bridge: 2 h } }]", "{ single-adult: 5 %, family: 8 % }")}
  north:${sector("[]", "{ single-adult: 5 %, family: 8 % }")}
buses:
  coach:
    from: west
    to: east
    seats: 7
    fleet: 1
    inService: yes
    whenClosed: hold
    departs: daily at 08:00 and 20:00
    distance: 300 mi
    drive: 5 h
    turnround: 1 h
    minimumLoad: 2 people
    fit: block
    groups: split
    extra: { load: 12 people, most: 1 }
    cost: { perTrip: 900 USD, perMile: 4 USD/mi, perHour: 60 USD/h }
    breakdown: { perTrip: 30 %, delay: 2 h, repair: 6 h }
interviews:
  east:
    serves: [east]
    officers: 1
    hours: 08:00-18:00
    open: yes
    whenClosed: hold
    time: 2 h
    claim: 40 %
    foundAtRisk: 30 %
    afterHearing: { claim: 30 %, foundAtRisk: 30 % }
    screeningError: 20 %
    before: return
returnPoints:
  bridge: { sector: east, city: town, court: upper, hours: 08:00-16:00, open: yes, whenClosed: hold }
  gate: { sector: east, city: village, court: lower, hours: 09:00-15:00, open: yes, whenClosed: hold }
returnLimits:
  all: { through: [bridge, gate], limit: 24/day, counts: first, fit: block }
cities:
  town: { onward: 5 %, shelters: { beds: 20 people, acceptance: 60 %, gate: none }, leaves: { rate: 5 %/day, to: { home: 40 %, elsewhere: 20 %, another-sector: 40 % } } }
  village: { onward: 5 %, shelters: { beds: 20 people, acceptance: 60 %, gate: none }, leaves: { rate: 5 %/day, to: { home: 40 %, elsewhere: 20 %, another-sector: 40 % } } }
courts:
  upper: { timeZone: America/Denver, rooms: 1, slots: 12 cases/day, sits: mon-fri, hours: 08:00-12:00, sitting: yes, gate: none, whenClosed: hold, lead: 3 days, nextLead: 3 days, maxWait: 60 days, absence: { notice: 20 %, choice: 10 % }, outcomes: { continued: 50 %, granted: 20 %, denied: 20 %, closed: 10 % }, removed: 20 % }
  lower: { timeZone: America/Denver, rooms: 1, slots: 12 cases/day, sits: mon-fri, hours: 08:00-12:00, sitting: yes, gate: none, whenClosed: hold, lead: 3 days, nextLead: 3 days, maxWait: 60 days, absence: { notice: 20 %, choice: 10 % }, outcomes: { continued: 50 %, granted: 20 %, denied: 20 %, closed: 10 % }, removed: 20 % }
interior: { timeZone: America/Denver, sits: mon-fri, hours: 08:00-12:00, slots: 40 cases/day, lead: 2 days, nextLead: 2 days, absence: { notice: 20 %, choice: 10 % }, outcomes: { continued: 50 %, granted: 20 %, denied: 20 %, closed: 10 % }, removed: 20 % }
usShelters:
  house: { sector: west, beds: 5 people, share: 70 %, stay: 30 h }
tryAgain: { most: 2, delay: 1 days, through: { default: { east: 1, west: 1, north: 1 } } }
displacement: { sensitivity: 1, exposure: 0.05/day, outside: 10 %, lag: 1 days, smoothing: 2 days, reference: { buses.coach.inService: no } }
experiment: { seed: dates, replications: 1 }
`;

/** The same with a waiting list at one of its sectors, where people neither try again nor choose anew. */
export const wholeWithList = wholeScenario
  .replace(/^displacement: .*\n/m, "")
  .replace(/^tryAgain: .*$/m, "tryAgain: { most: 2, delay: 1 days, through: { default: { east: 1, west: 1 } } }")
  .replace(/^ {2}north:/m, "  north:\n    list: { city: town, calls: 6/day, at: 08:00, leaves: 10 %/day }");
