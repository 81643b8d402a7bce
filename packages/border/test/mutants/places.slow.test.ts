import { eachIsCaught } from "../../../../test/mutants/each-is-caught.ts";
import { mutantsOfPlaces } from "./mutants-of-places.ts";

eachIsCaught(mutantsOfPlaces);
