/**
 * All flows in one WebGL layer: one strip of triangles, one draw call. What stands still is uploaded once for a
 * quarter of a zoom level; direction moves by a single number.
 */
import type { CustomLayerInterface, CustomRenderMethodInput, Map as MapLibreMap } from 'maplibre-gl';
import { BODY_STEPS, CASING, DIM, LOOK, OFFSETS, STRIDE, type FlowMesh } from './flowMesh';

export interface FlowColours {
  /** Four of them, each #rrggbb. */
  readonly clusters: readonly string[];
  /** Ground of the regions: casing, and the inside of hollow arrows. */
  readonly paper: string;
  readonly accent: string;
}

/** A light runs along each arrow: from one to the next, px; its length as a share of that; how much paler the colour is in it. */
const [PERIOD, LIGHT, PALER] = [84, 0.42, 0.15];
/** Pixels a second. */
const SPEED = 22;

const VERTEX = `#version 300 es
in vec2 a_position;
in vec4 a_shape;
in vec4 a_look;
in float a_arrow;
uniform mat4 u_matrix;
uniform vec3 u_clusters[4];
uniform vec3 u_paper;
uniform vec3 u_accent;
uniform float u_hover;
out vec4 v_shape;
flat out vec3 v_ink;
flat out vec3 v_edge;
flat out vec4 v_form;
void main() {
  gl_Position = u_matrix * vec4(a_position, 0.0, 1.0);
  bool dim = a_look.y >= ${DIM}.0;
  bool hover = abs(a_arrow - u_hover) < 0.5;
  float look = dim ? a_look.y - ${DIM}.0 : a_look.y;
  vec3 ink = u_clusters[int(a_look.x)];
  v_shape = a_shape;
  v_ink = ink;
  v_edge = hover ? u_accent : u_paper;
  v_form = vec4(look, dim ? 1.0 : 0.0, a_look.z / 255.0, a_look.w / ${BODY_STEPS}.0);
}`;

const FRAGMENT = `#version 300 es
precision highp float;
in vec4 v_shape;
flat in vec3 v_ink;
flat in vec3 v_edge;
flat in vec4 v_form;
uniform vec3 u_paper;
uniform float u_scale;
uniform float u_phase;
out vec4 colour;
void main() {
  float beside = abs(v_shape.x);
  // Distance inside the outline, in px: the sides, and the back of the head where the body does not join it.
  float edge = min((v_shape.y - beside) * v_form.z, max(v_shape.w, v_form.w - beside));
  float inside = clamp(edge * u_scale + 0.5, 0.0, 1.0);
  vec3 ink = v_ink;
  if (u_phase >= 0.0) {
    float wave = fract(v_shape.z / ${PERIOD}.0 - u_phase) / ${LIGHT.toFixed(2)};
    if (wave < 1.0) ink = mix(ink, u_paper, ${PALER.toFixed(2)} * wave * (2.0 - wave) * smoothstep(1.0, 0.8, wave));
  }
  vec3 fill = ink;
  float hollow = 0.0;
  if (v_form.x > 0.5) {
    hollow = clamp((edge - 1.0) * u_scale + 0.5, 0.0, 1.0);
    if (v_form.x > ${LOOK.dashed}.0 - 0.5 && v_shape.w > 500.0 && fract(v_shape.z / 8.0) > 0.6) hollow = 1.0;
    // A tint inside keeps both lines of a thin arrow together; a deeper one tells what is documented from what is plausible.
    fill = mix(ink, mix(u_paper, ink, v_form.x < ${LOOK.tinted}.5 ? 0.45 : 0.08), hollow);
  }
  if (v_form.y > 0.5) {
    colour = vec4(ink, 1.0) * (0.13 * inside * (1.0 - hollow));
    return;
  }
  float cover = clamp((edge + ${CASING.toFixed(1)}) * u_scale + 0.5, 0.0, 1.0);
  colour = vec4(mix(v_edge, fill, inside) * cover, cover);
}`;

const UNIFORMS = ['u_matrix', 'u_clusters', 'u_paper', 'u_accent', 'u_hover', 'u_scale', 'u_phase'] as const;

interface Drawing {
  readonly program: WebGLProgram;
  readonly buffer: WebGLBuffer;
  readonly at: Readonly<Record<(typeof UNIFORMS)[number], WebGLUniformLocation | null>>;
}

export class FlowLayer implements CustomLayerInterface {
  readonly id: string;
  readonly type = 'custom' as const;
  readonly renderingMode = '2d' as const;
  /** Whether the light runs; it stands in the address and in the reader's system. */
  moving = false;
  #map: MapLibreMap | null = null;
  #drawing: Drawing | null = null;
  #mesh: FlowMesh | null = null;
  #zoom = 0;
  #fresh = false;
  #hovered = -1;
  #colours: Readonly<Record<'clusters' | 'paper' | 'accent', Float32Array>>;

  constructor(id: string, colours: FlowColours) {
    this.id = id;
    this.#colours = channels(colours);
  }

  /** @param zoom the one the arrows of the mesh are shaped for */
  set(mesh: FlowMesh, zoom: number): void {
    this.#mesh = mesh;
    this.#zoom = zoom;
    this.#fresh = true;
    this.#hovered = -1;
    this.#map?.triggerRepaint();
  }

  dress(colours: FlowColours): void {
    this.#colours = channels(colours);
    this.#map?.triggerRepaint();
  }

  /** Position of the arrow under the pointer in the mesh; -1 = none. */
  hover(arrow: number): void {
    if (arrow === this.#hovered) return;
    this.#hovered = arrow;
    this.#map?.triggerRepaint();
  }

  /** @throws Error where the shaders do not compile */
  onAdd(map: MapLibreMap, gl: WebGL2RenderingContext): void {
    this.#map = map;
    const program = gl.createProgram();
    for (const [type, source] of [[gl.VERTEX_SHADER, VERTEX], [gl.FRAGMENT_SHADER, FRAGMENT]] as const) {
      const shader = gl.createShader(type);
      if (!shader) throw new Error('No shader for flows');
      gl.shaderSource(shader, source);
      gl.compileShader(shader);
      gl.attachShader(program, shader);
    }
    ['a_position', 'a_shape', 'a_look', 'a_arrow'].forEach((name, i) => gl.bindAttribLocation(program, i, name));
    gl.linkProgram(program);
    // A lost context compiles nothing and asks for nothing; the layer is added anew when it is back.
    if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost()) throw new Error(`Shaders of the flows: ${gl.getProgramInfoLog(program)}`);
    const at = Object.fromEntries(UNIFORMS.map((name) => [name, gl.getUniformLocation(program, name)])) as Drawing['at'];
    this.#drawing = { program, buffer: gl.createBuffer(), at };
    this.#fresh = true;
  }

  onRemove(_: MapLibreMap, gl: WebGL2RenderingContext): void {
    if (this.#drawing) {
      gl.deleteProgram(this.#drawing.program);
      gl.deleteBuffer(this.#drawing.buffer);
    }
    this.#drawing = null;
    this.#map = null;
  }

  render(gl: WebGL2RenderingContext, input: CustomRenderMethodInput): void {
    const [drawing, mesh, map] = [this.#drawing, this.#mesh, this.#map];
    if (!drawing || !mesh || !map || mesh.vertices === 0) return;
    const { at } = drawing;
    gl.useProgram(drawing.program);
    gl.bindBuffer(gl.ARRAY_BUFFER, drawing.buffer);
    if (this.#fresh) gl.bufferData(gl.ARRAY_BUFFER, mesh.data, gl.STATIC_DRAW);
    this.#fresh = false;
    [[2, gl.FLOAT, OFFSETS.position], [4, gl.FLOAT, OFFSETS.shape], [4, gl.UNSIGNED_BYTE, OFFSETS.look], [1, gl.FLOAT, OFFSETS.arrow]].forEach(([size = 0, type = 0, offset = 0], i) => {
      gl.enableVertexAttribArray(i);
      gl.vertexAttribPointer(i, size, type, false, STRIDE, offset);
    });
    gl.uniformMatrix4fv(at.u_matrix, false, input.defaultProjectionData.mainMatrix as Float32Array);
    gl.uniform3fv(at.u_clusters, this.#colours.clusters);
    gl.uniform3fv(at.u_paper, this.#colours.paper);
    gl.uniform3fv(at.u_accent, this.#colours.accent);
    gl.uniform1f(at.u_hover, this.#hovered);
    gl.uniform1f(at.u_scale, map.getPixelRatio() * 2 ** (map.getZoom() - this.#zoom));
    gl.uniform1f(at.u_phase, this.moving ? ((performance.now() / 1000) * (SPEED / PERIOD)) % 1 : -1);
    gl.drawArrays(gl.TRIANGLE_STRIP, 0, mesh.vertices);
  }
}

function channels({ clusters, paper, accent }: FlowColours) {
  const of = (colours: readonly string[]) => new Float32Array(colours.flatMap((colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)));
  return { clusters: of(clusters), paper: of([paper]), accent: of([accent]) };
}
