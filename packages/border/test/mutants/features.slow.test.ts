import { eachIsCaught } from "../../../../test/mutants/each-is-caught.ts";
import { mutantsOfFeatures } from "./mutants-of-features.ts";

eachIsCaught(mutantsOfFeatures);
