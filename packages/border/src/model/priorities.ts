/**
 * The order of things at one instant. The date moves on first: 00:00 belongs to the new day. Then the census takes its
 * places, then policies change, then everything ordinary happens (priority 0). Departures (buses, returns, people sent home by a
 * closed point) follow, so that whoever becomes ready at an instant can leave at it; the custody limit comes last.
 * A case is taken out of a line only by the last two, when every grant of the instant has been acted upon.
 */
export const priority = { midnight: 100, census: 75, change: 50, departure: -1, expiry: -2 } as const;
