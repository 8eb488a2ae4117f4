"""The data: the article's numbers, and its table bit for bit."""

import subprocess
import sys

import numpy as np
import pytest

from nnlib import make_article_data, make_article_weights, make_five_rows

# The article's recipe as it stands there, with NumPy's global generator, in a process of its own.
RECIPE = """
import numpy as np
np.random.seed({seed})
n = {n}
a = np.random.normal(0, 1, n)
b = np.random.normal(0, 1, n)
c = np.random.normal(0, 1, n)
d = np.random.randint(0, 4, n)
e = np.random.binomial(1, 0.5, n)
noise = np.random.normal(0, 10, n)
target = 50 + 0.8*a + 0.4*b - 0.2*c + 10*d + 20*e + noise
after = np.random.rand(3)
import sys
for column in (a, b, c, d, e, target, after):
    sys.stdout.buffer.write(column.astype(float).tobytes())
"""

D_START, E_START = [3, 3, 0, 0, 0], [0, 1, 0, 0, 0]
A_START = [0.4967141530112327, -0.13826430117118466, 0.6476885381006925]
TARGET_START = [82.29205772831682, 97.51444349602251, 56.559085162340324]


@pytest.fixture(scope="module")
def table():
    return make_article_data()


@pytest.mark.parametrize("n, seed", [(100_000, 42), (7, 0)])
def test_the_table_is_the_articles_bit_for_bit(n, seed):
    script = RECIPE.format(n=n, seed=seed)
    output = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True).stdout
    draw = np.random.RandomState(seed)
    table = make_article_data(n, seed=draw)
    assert list(table.columns) == ["a", "b", "c", "d", "e", "target"]
    columns = b"".join(table[name].to_numpy().astype(float).tobytes() for name in table)
    assert columns + draw.rand(3).tobytes() == output, "the generator goes on where the data end"
    assert make_article_data(n, seed=seed).equals(table)


def test_the_first_rows(table):
    assert table.shape == (100_000, 6)
    assert table["d"][:5].tolist() == D_START and table["e"][:5].tolist() == E_START
    # The same on every platform but for the last bit of its logarithm.
    np.testing.assert_allclose(table["a"][:3], A_START, rtol=1e-14)
    np.testing.assert_allclose(table["target"][:3], TARGET_START, rtol=1e-13)


def test_the_columns_hold_what_they_should(table):
    assert sorted(table["d"].unique()) == [0, 1, 2, 3] and sorted(table["e"].unique()) == [0, 1]
    # Means of 100,000 draws are known to 1/316 of a standard deviation; five times that.
    for column in "abc":
        assert abs(table[column].mean()) < 5 / 316 and abs(table[column].std() - 1) < 5 / 316
    noise = table["target"] - signal(table)
    assert abs(noise.mean()) < 50 / 316 and abs(noise.std() - 10) < 50 / 316


def test_the_global_generator_is_left_alone():
    np.random.seed(1)  # noqa: NPY002 (the legacy generator is what this test looks at)
    make_article_data(10)
    assert np.random.rand() == np.random.RandomState(1).rand()  # noqa: NPY002


def signal(table):
    a, b, c, d, e = (table[name] for name in "abcde")
    return 50 + 0.8 * a + 0.4 * b - 0.2 * c + 10 * d + 20 * e


def test_the_yardsticks_on_the_articles_split(table):
    from sklearn.model_selection import train_test_split

    train, test = train_test_split(table, test_size=0.2, random_state=42)
    assert len(train) == 80_000 and len(test) == 20_000
    # Sums of 20,000 squares, in an order that NumPy may choose: far less than 1e-12 of the whole.
    floor = np.mean((test["target"] - signal(test)) ** 2)
    assert floor == pytest.approx(100.46935146486007, rel=1e-12)

    def design(rows):
        return np.column_stack([np.ones(len(rows)), rows[list("abcde")]])

    coefficients = np.linalg.lstsq(design(train), train["target"], rcond=None)[0]
    squares = np.mean((design(test) @ coefficients - test["target"]) ** 2)
    assert squares == pytest.approx(100.45255424660877, rel=1e-11)  # well conditioned: 1e-15 * 10^2


def test_the_five_rows():
    X, Y = make_five_rows()
    assert X.tolist() == [[10], [20], [-20], [-40], [-3]] and X.dtype == float
    assert Y.tolist() == [[9], [13], [5], [-2], [-1]] and Y.dtype == float
    W1, b1, W2, b2 = make_article_weights()
    assert W1.tolist() == [[0.73, 0.2]] and b1.tolist() == [[4, 2]]
    assert W2.tolist() == [[0.4], [0.1]] and b2.tolist() == [[4]]


def test_each_call_gives_new_arrays():
    for make in (make_five_rows, make_article_weights):
        for array in make():
            array[...] = 0
        assert all(array.any() for array in make())


@pytest.mark.parametrize("n", [1e3, np.float64(10), True, "10", None, [10], np.nan], ids=repr)
def test_a_number_of_rows_that_is_not_whole_is_refused(n):
    with pytest.raises(TypeError, match="n must be a whole number"):
        make_article_data(n)


@pytest.mark.parametrize("n", [0, -1])
def test_a_table_has_rows(n):
    with pytest.raises(ValueError, match="n must be at least 1"):
        make_article_data(n)
    assert len(make_article_data(np.int64(1))) == 1


def test_the_largest_seed_is_taken():
    wanted = np.random.RandomState(2**32 - 1).normal(0, 1, 1)
    assert make_article_data(1, seed=2**32 - 1)["a"].tolist() == wanted.tolist()


@pytest.mark.parametrize("seed", [None, True, -1, 2**32, 1.0, "1", [1, 2], "generator"], ids=repr)
def test_a_seed_that_is_none_is_refused_with_the_way_out(seed):
    seed = np.random.default_rng(0) if seed == "generator" else seed
    with pytest.raises(ValueError, match=r"seed must be.*RandomState, got .*Use seed=0"):
        make_article_data(5, seed=seed)
    assert make_article_data(5, seed=np.int64(0)).equals(make_article_data(5, seed=0))
