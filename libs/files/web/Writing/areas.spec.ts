import { areaBetween, moved } from './areas';

describe('boxes over faces', () => {
  it('are drawn from any corner and stay in the picture', () => {
    expect(areaBetween({ x: 0.75, y: 0.5 }, { x: 0.25, y: 1.5 })).toEqual({ x: 0.25, y: 0.5, width: 0.5, height: 0.5 });
  });

  it('move and grow with the keys, and stay in the picture', () => {
    const area = { x: 0.9, y: 0, width: 0.1, height: 0.1 };
    expect(moved(area, 'ArrowRight', false)!.x).toBeCloseTo(0.9);
    expect(moved(area, 'ArrowLeft', false)!.x).toBeCloseTo(0.88);
    expect(moved(area, 'ArrowRight', true)!.width).toBeCloseTo(0.1);
    expect(moved(area, 'ArrowDown', true)!.height).toBeCloseTo(0.12);
    expect(moved(area, 'Enter', false)).toBeNull();
  });
});
