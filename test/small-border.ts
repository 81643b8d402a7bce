/**
 * A border of one sector, whole in itself: read in a tenth of the time of a shipped one. For tests of what a program does with a scenario,
 * whatever it holds.
 */
export const smallBorder = `mpp: 1
name: A small border
period: { from: 2018-10-01, to: 2018-10-31 }
start: empty
nationalities: [GTM, HND]
sectors:
  el-paso:
    timeZone: America/Denver
    arrivals:
      categories:
        single-adult: { persons: 8/day, size: 1 people, group: 2 cases, nationality: { weights: { GTM: 3, HND: 1 } } }
        family: { persons: 16/day, size: 3 people, group: 2 cases, nationality: { weights: { GTM: 3, HND: 1 } } }
    custody: { capacity: 60 people, whenFull: crowd, limit: 72 h, atLimit: { single-adult: hold, family: release } }
    processing: { agents: 2, time: { single-adult: 90 min, family: 2 h, unaccompanied-child: 1 h } }
    eligibility: { returnable: [GTM, HND], exempt: { single-adult: 5 %, family: 8 % }, discretion: { single-adult: 20 %, family: 10 % } }
    fallback:
      single-adult: { default: { release: 20 %, detention: 80 % } }
      family: { default: { release: 100 % } }
      hours: { release: 10 h, detention: 20 h, removal: 15 h, transfer: 30 h }
    pathways: [{ points: { paso-del-norte: 1 h } }]
returnPoints:
  paso-del-norte: { sector: el-paso, city: ciudad-juarez, court: el-paso, hours: 08:00-16:00 }
returnLimits:
  el-paso: { through: [paso-del-norte], limit: 20/day }
cities:
  ciudad-juarez: { shelters: { beds: 20 people, acceptance: 60 % } }
courts:
  el-paso:
    timeZone: America/Denver
    rooms: 1
    slots: 12 cases/day
    sits: mon-fri
    hours: 08:00-12:00
    lead: 3 days
    nextLead: 3 days
    maxWait: 60 days
    absence: { notice: 20 %, choice: 10 % }
    outcomes: { continued: 50 %, granted: 20 %, denied: 20 %, closed: 10 % }
experiment: { seed: small, replications: 2 }
`;

/** The same with a question, which hangs on one assumption that is tried at four values: 22 units with two replications. */
export const smallQuestion = `${smallBorder.replace("acceptance: 60 %", "acceptance: { value: 60 %, source: assumption, range: [40 %, 80 %] }")}focus: { sector: el-paso, limit: el-paso }
answer:
  measure: system.returned.first
  counts: People returned
  claim: higher
  against: { returnLimits.el-paso.limit: 0/day }
  label: with nobody returned
  assumptions: [cities.ciudad-juarez.shelters.acceptance]
`;
