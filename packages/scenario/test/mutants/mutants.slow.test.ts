import { eachIsCaught } from "../../../../test/mutants/each-is-caught.ts";
import { mutantsOfCalendar } from "./mutants-of-calendar.ts";

eachIsCaught(mutantsOfCalendar);
