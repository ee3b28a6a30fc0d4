package org.canbao.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.canbao.result.CallawaySantannaFit;
import org.canbao.result.CallawaySantannaFit.Average;
import org.canbao.result.CallawaySantannaFit.Effect;
import org.canbao.result.CallawaySantannaFit.GroupTime;
import org.canbao.result.CallawaySantannaFit.Point;
import org.canbao.result.Fit;
import tools.jackson.databind.JsonNode;

/** Group-time effects of did 2.5.1 with DRDID 1.2.3: standard errors relative, estimates over their standard error. */
final class GroupTimeComparison implements ReferenceComparison {
    @Override
    public Set<String> models() {
        return Set.of("callaway-santanna");
    }

    /** The logit of the peer stops earlier than ours. */
    @Override
    public double tolerance(ReferenceCases.Case c) {
        return SEARCHED;
    }

    @Override
    public boolean hasMoments() {
        return false;
    }

    @Override
    public void compare(JsonNode expected, Fit fit, LargestDifference difference) {
        CallawaySantannaFit found = (CallawaySantannaFit) fit;
        assertThat(found.n()).isEqualTo(expected.get("n").asLong());
        compare(expected.get("att_gt"), found.groupTimes(), difference);
        for (Average average : found.averages()) {
            compare(expected.get("aggregate").get(average.type()), average, difference);
        }
    }

    private static void compare(JsonNode expected, List<GroupTime> found, LargestDifference difference) {
        assertThat(found).hasSize(expected.size());
        for (int i = 0; i < found.size(); i++) {
            GroupTime one = found.get(i);
            assertThat(one.group()).isEqualTo(expected.get(i).get("group").asInt());
            assertThat(one.time()).isEqualTo(expected.get(i).get("time").asInt());
            compare(one.group() + " in " + one.time(), expected.get(i), one.effect(), difference);
        }
    }

    private static void compare(JsonNode expected, Average found, LargestDifference difference) {
        compare(found.type(), expected.get("overall"), found.overall().orElseThrow(), difference);
        assertThat(found.by()).hasSize(expected.get("by").size());
        for (int i = 0; i < found.by().size(); i++) {
            Point point = found.by().get(i);
            assertThat(point.at()).isEqualTo(expected.get("by").get(i).get("at").asInt());
            compare(found.type() + " at " + point.at(), expected.get("by").get(i), point.effect(), difference);
        }
    }

    private static void compare(String name, JsonNode expected, Effect found, LargestDifference difference) {
        if (expected.get("std_error").isNull()) {
            assertThat(found.estimate()).as(name).isEqualTo(0);
            assertThat(found.stdError()).as(name).isNaN();
            return;
        }
        double error = expected.get("std_error").asDouble();
        difference.take(
                Math.abs(found.estimate() - expected.get("estimate").asDouble()) / error, "estimate of " + name);
        difference.take(Math.abs(found.stdError() / error - 1), "std_error of " + name);
    }
}
