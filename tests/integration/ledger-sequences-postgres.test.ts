import { openFreshPostgres } from '../fixtures/databases';
import { testRandomEdits } from '../fixtures/random-edits';

testRandomEdits('PostgreSQL', openFreshPostgres);
