package io.airouter.upstream;

import static io.airouter.upstream.Dialects.call;
import static io.airouter.upstream.Dialects.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airouter.model.TokenUsage;
import io.airouter.query.Completion;
import io.airouter.query.Fleet;
import io.airouter.query.UpstreamException;
import org.junit.jupiter.api.Test;

class OllamaDialectTest {
  private final ChatDialect dialect = OllamaDialect.INSTANCE;

  @Test
  void aRequestIsTranslatedWithItsOptions() {
    assertThat(
            dialect.request(
                call(
                    Fleet.gpt(),
                    """
                    {'model':'auto','messages':[
                       {'role':'developer','content':'Be kind.'},
                       {'role':'user','content':[{'type':'text','text':'See'},
                         {'type':'image_url','image_url':{'url':'data:image/png;base64,AAAA'}}]},
                       {'role':'assistant','tool_calls':[
                         {'id':'t','function':{'name':'w','arguments':'{\\'a\\':1}'}}]}],
                     'max_tokens':9,'temperature':0.5,'stop':'END',
                     'response_format':{'type':'json_object'}}
                    """),
                true))
        .isEqualTo(
            json(
                """
                {'model':'gpt-4-upstream','messages':[
                   {'role':'system','content':'Be kind.'},
                   {'role':'user','content':'See','images':['AAAA']},
                   {'role':'assistant','content':'',
                     'tool_calls':[{'function':{'name':'w','arguments':{'a':1}}}]}],
                 'stream':true,'options':{'num_predict':9,'temperature':0.5,'stop':['END']},
                 'format':'json'}
                """));
  }

  @Test
  void aWholeAnswerHasTheFullShape() throws Exception {
    Completion completion =
        dialect.completion(
            json(
                """
                {'model':'x','message':{'role':'assistant','content':'Hello'},'done':true,
                 'done_reason':'length','prompt_eval_count':4,'eval_count':2}
                """),
            Dialects.FRAME);
    assertThat(completion.usage()).isEqualTo(new TokenUsage(4, 2, 0, false));
    assertThat(completion.finishReason()).isEqualTo("length");
    assertThat(completion.body().getString("model")).isEqualTo("gpt-4");
  }

  @Test
  void aStreamIsTranslatedLineByLine() throws Exception {
    Dialects.Streamed streamed =
        Dialects.stream(
            dialect,
            """
            {'message':{'role':'assistant','content':'Hel'},'done':false}
            {'message':{'role':'assistant','content':'lo'},'done':false}
            {'message':{'content':'','tool_calls':[{'function':{'name':'w','arguments':{'a':1}}}]},'done':false}
            {'message':{'content':''},'done':true,'done_reason':'stop','prompt_eval_count':4,'eval_count':2}
            """,
            false);
    assertThat(streamed.chunks()).hasSize(5);
    assertThat(streamed.completion().text()).isEqualTo("Hello");
    assertThat(streamed.completion().finishReason()).isEqualTo("tool_calls");
    assertThat(streamed.completion().usage()).isEqualTo(new TokenUsage(4, 2, 0, false));
  }

  @Test
  void anErrorIsToldAsAString() {
    assertThatThrownBy(() -> Dialects.stream(dialect, "{'error':'model not loaded'}\n", false))
        .isInstanceOf(UpstreamException.class)
        .hasMessage("model not loaded");
  }
}
