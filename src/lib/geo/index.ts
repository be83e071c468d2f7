/** Geometry: TopoJSON to features, bounds, neighbours, projection, and the shape of a flow arrow. */
export { features, innerBorders, neighbourBorders, outline, type Properties } from './features';
export { bounds, type Bounds } from './bounds';
export { toPixel, toPosition, type Pixel } from './mercator';
export { borderPairs } from './neighbours';
export { arrow, beside, distanceTo, lanes, outlineOf, spine, type ArrowShape, type Spine, type Station } from './arrow';
export { edgePlaces } from './edge';
export { distanceMatrix, EARTH_RADIUS_KM, greatCircleKm } from './distance';
export { compactPath, svgMap, type SvgMap } from './svg';
export { stillMap, type StillMap } from './stillMap';
