import { eachIsCaught } from "../../../../test/mutants/each-is-caught.ts";
import { mutantsOfDates } from "./mutants-of-dates.ts";

eachIsCaught(mutantsOfDates);
