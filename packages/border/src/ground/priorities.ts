/**
 * The order of things at one instant. The date moves on first: 00:00 belongs to the new day. Then the census takes its
 * places, then policies change, settings that are read when they are used before what acts at once, then everything ordinary happens (priority 0). Departures (buses, returns, people sent home by a
 * closed point) follow, so that whoever becomes ready at an instant can leave at it. The custody limit comes last: first of those
 * who wait, then of those who are being served, so that nobody is handed to an agent at the very end of his own time.
 */
export const priority = {
  midnight: 100,
  census: 75,
  settings: 60,
  change: 50,
  departure: -1,
  expiry: -2,
  expiryInService: -3,
} as const;
