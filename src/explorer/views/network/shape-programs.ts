import { NodeCircleProgram, type NodeProgramType } from 'sigma/rendering'
import { allShapes, cornersOf, type Shape } from './shapes.js'

/** What draws each shape on the graphics card, by its name; circles are drawn by sigma itself. */
export const shapePrograms: Readonly<Record<string, NodeProgramType>> = Object.fromEntries(
  allShapes.filter((shape) => shape !== 'circle').map((shape) => [shape, programOf(shape)]),
)

function programOf(shape: Shape): NodeProgramType {
  const source = fragmentShader(shape)
  return class extends NodeCircleProgram {
    override getDefinition() {
      return { ...super.getDefinition(), FRAGMENT_SHADER_SOURCE: source }
    }
  }
}

function decimal(value: number): string {
  return value.toFixed(4)
}

/** A polygon by its distance from each of its sides, as far out as the circle would reach (Quilez, "2D distance functions"). */
function fragmentShader(shape: Shape): string {
  const corners = cornersOf(shape)
  const farthest = Math.max(...corners.map(([x, y]) => Math.hypot(x, y)))
  const at = (index: number): string => {
    const [x = 0, y = 0] = corners[index % corners.length] ?? []
    return `vec2(${decimal(x / farthest)}, ${decimal(y / farthest)})`
  }
  const sides = corners.map((_, index) => `side(point, ${at(index)}, ${at(index + 1)}, square, inside);`)
  return `
precision highp float;
varying vec4 v_color;
varying vec2 v_diffVector;
varying float v_radius;
uniform float u_correctionRatio;

void side(vec2 point, vec2 from, vec2 to, inout float square, inout float inside) {
  vec2 along = to - from;
  vec2 off = point - from;
  vec2 nearest = off - along * clamp(dot(off, along) / dot(along, along), 0.0, 1.0);
  square = min(square, dot(nearest, nearest));
  bvec3 crossed = bvec3(point.y >= from.y, point.y < to.y, along.x * off.y > along.y * off.x);
  if (all(crossed) || !any(crossed)) inside = -inside;
}

void main(void) {
  vec2 point = v_diffVector / v_radius;
  float square = 4.0;
  float inside = 1.0;
  ${sides.join('\n  ')}
  float border = u_correctionRatio * 2.0;
  float distance = inside * sqrt(square) * v_radius + border;
  #ifdef PICKING_MODE
  gl_FragColor = distance > border ? vec4(0.0) : v_color;
  #else
  gl_FragColor = mix(v_color, vec4(0.0), clamp(distance / border, 0.0, 1.0));
  #endif
}
`
}
