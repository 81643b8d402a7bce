import { eachIsCaught } from "../../../../test/mutants/each-is-caught.ts";
import { mutantsOfPeople } from "./mutants-of-people.ts";

eachIsCaught(mutantsOfPeople);
