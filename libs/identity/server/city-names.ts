import { Injectable } from '@nestjs/common';

export type CityNamesSource = (cityIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** The port through which `cities`, a lib above, tells how a city is called: for voices, profiles and applications. */
@Injectable()
export class CityNames {
  private source: CityNamesSource = async () => new Map();

  use(source: CityNamesSource): void {
    this.source = source;
  }

  /** Names by id, only of cities that are there. */
  async of(cityIds: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
    const wanted = [...new Set(cityIds.filter((id) => id !== null))];
    return wanted.length > 0 ? this.source(wanted) : new Map();
  }

  async nameOf(cityId: string | null): Promise<string | null> {
    return cityId ? ((await this.of([cityId])).get(cityId) ?? null) : null;
  }
}
