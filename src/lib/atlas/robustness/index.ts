/** How firm the picture is: what the page on robustness shows, computed from a pack and its method. */
export { robustness, type RobustnessReport } from './report';
export { validity, type Agreement, type Comparison, type Departure, type Validity } from './validity';
export { cohesion, type Cohesion, type Flag } from './structure';
export { type Effects, type Effect, type Outcome, type OutcomeKind } from './effects';
export { type Place, type Places } from './places';
export { type Pairs } from './pairs';
export { type Variants, type Variant } from './variants';
export { type Omissions, type Omission } from './omission';
export { robustnessCsv, robustnessTable } from './csv';
