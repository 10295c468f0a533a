import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"70020 ERR_SVR_ACCOUNT_SDKAPPID_NOT_FOUND","description":"找不到这个 SDKAppID：它可能在另一个数据中心。 与腾讯云控制台核对 SDKAppID，并使用应用所在地域的域名。","frontmatter":{"title":"70020 ERR_SVR_ACCOUNT_SDKAPPID_NOT_FOUND","description":"找不到这个 SDKAppID：它可能在另一个数据中心。 与腾讯云控制台核对 SDKAppID，并使用应用所在地域的域名。","code":"70020","prev":false,"next":false},"headers":[],"relativePath":"zh/codes/70020.md","filePath":"zh/codes/70020.md"}');
const _sfc_main = { name: "zh/codes/70020.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="70020" tabindex="-1">70020 <a class="header-anchor" href="#70020" aria-label="Permalink to &quot;70020&quot;">​</a></h1><p><a href="/usersig/codes/70020.html">English</a> · <strong>中文</strong></p><p>又写作: <code>ERR_SVR_ACCOUNT_SDKAPPID_NOT_FOUND</code>, <code>ERR_SERVER_SSO_APPID_NOT_FOUND</code></p><p><strong>由谁返回:</strong> 腾讯云服务端</p><p>找不到这个 SDKAppID：它可能在另一个数据中心。</p><h2 id="处理办法" tabindex="-1">处理办法 <a class="header-anchor" href="#处理办法" aria-label="Permalink to &quot;处理办法&quot;">​</a></h2><p>与腾讯云控制台核对 SDKAppID，并使用应用所在地域的域名。</p><h2 id="可能的原因最常见的在前" tabindex="-1">可能的原因，最常见的在前 <a class="header-anchor" href="#可能的原因最常见的在前" aria-label="Permalink to &quot;可能的原因，最常见的在前&quot;">​</a></h2><ol><li><strong>SDKAppID 不对：多一位或少一位，属于另一个账号，或者误用了云账号的 APPID。</strong> 从即时通信 IM 或 TRTC 控制台的应用页面复制。</li><li><strong>应用所在的数据中心与请求的不同。</strong> 使用所在地域的域名，例如新加坡为 adminapisgp.im.qcloud.com。</li></ol><p>出处: <a href="https://cloud.tencent.com/document/product/679/131708" target="_blank" rel="noreferrer">cloud.tencent.com/document/product/679/131708</a></p><p>-70020 与 70020 相同：原生 SDK 会在服务端错误码前面加上负号。</p><h2 id="找出您遇到的是哪一种原因" tabindex="-1">找出您遇到的是哪一种原因 <a class="header-anchor" href="#找出您遇到的是哪一种原因" aria-label="Permalink to &quot;找出您遇到的是哪一种原因&quot;">​</a></h2><p>把 UserSig、日志里的一行或者错误码粘贴进去。票据和密钥都不会离开您的电脑。</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">npx</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> usersig</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> doctor</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> 70020</span></span>
<span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">npx</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> usersig</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> doctor</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &#39;eJw…&#39;</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> --key-file</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> .env</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> --user</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> alice</span></span></code></pre></div><p>也可以在浏览器里诊断：<a href="/console/" target="_self">控制台</a>。 <a href="/usersig/zh/codes/">全部错误码</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("zh/codes/70020.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const _70020 = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  _70020 as default
};
