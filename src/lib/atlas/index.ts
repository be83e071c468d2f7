/** Pack + method + view → everything shown; the address ⇄ the view; tables to take away. */
export { defaultView, formatView, MAX_REGIONS, parseView, type Camera, type Mode, type Notice, type Theme, type View } from './view';
export { scores, groupMembers, type YearScores } from './scores';
export { findMeasure, measureSeries, measureValues, measureYears, type Measure, type MeasureValues } from './measures';
export { CLASSES, type Classes } from './classes';
export { choropleth, type Choropleth } from './choropleth';
export { chainScene, type ChainScene, type CityNode, type RegionNode } from './chainScene';
export { CITY_ZOOM, flowArrows, flowGeoJson, type FlowArrow } from './flowShapes';
export { evidence, observation, type ObservationRef } from './evidence';
export { profile, type BlockProfile, type IndicatorProfile, type RegionProfile } from './profile';
export { findingResults, type FindingResult } from './findings';
export { search, type Hit } from './search';
export { printShort, printValue, printWithUnit } from './labels';
export { chainsSentence, matrixSentence, potentialSentence } from './sentence';
export { show, type Shown } from './shown';
export { linksCsv, observationsCsv, regionsGeoJson, scoresCsv, sitesCsv } from './downloads';
export { picture, type Picture, type RegionPicture } from './picture';
export * as intents from './intents';
export { coverage, type CoverageRow } from './coverage';
