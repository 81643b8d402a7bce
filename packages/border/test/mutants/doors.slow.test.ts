import { eachIsCaught } from "../../../../test/mutants/each-is-caught.ts";
import { mutantsOfDoors } from "./mutants-of-doors.ts";

eachIsCaught(mutantsOfDoors);
