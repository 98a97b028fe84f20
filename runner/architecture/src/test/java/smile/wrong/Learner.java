package smile.wrong;

/** Stands for a class of Smile. */
public final class Learner {
}
