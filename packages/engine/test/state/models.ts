import { queueModel } from "./queue-model.ts";
import { stationModel } from "./station-model.ts";

/** Models that are saved in one process and go on in another, by name. */
export const models = { queue: queueModel, station: stationModel } as const;
