import fc from "fast-check";

/*
 * Property tests draw the same examples every time, so that a change is judged by what it changed. To look further:
 * FC_SEED=random npm test (a failure prints its seed), or FC_SEED=<that seed>.
 */
const given = process.env["FC_SEED"];
fc.configureGlobal(given === "random" ? {} : { seed: given === undefined ? 20_210_304 : Number(given) });
