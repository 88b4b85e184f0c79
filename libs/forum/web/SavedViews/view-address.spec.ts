import { addressOf, readAddress } from '../LessonListPage/lesson-filter';
import { addressOfView, keptOf } from './view-address';

describe('kept views', () => {
  it('open the list that was kept', () => {
    const address = readAddress(new URLSearchParams('q=trust&theme=schools&theme=online&city=oslo&level=primary&language=ar&result=worked&audience=public'));
    const kept = keptOf(address);
    expect(kept).toMatchObject({ place: 'lessons', query: 'trust', themes: ['schools', 'online'], cities: ['oslo'] });
    expect(addressOfView({ ...kept, query: kept.query! })).toBe(addressOf(address));
    expect(addressOfView({ place: 'search', query: 'a b' })).toBe('/search?q=a+b');
  });
});
